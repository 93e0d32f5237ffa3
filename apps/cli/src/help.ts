/** Shown under the help of `poise`. */
export const PROGRAM_HELP = `
Examples:
  poise analyze interview.mp4           score, report picture and data in outputs/
  poise analyze recordings/ --out done  every recording under a folder; resumes
  poise detect photo.jpg --json         faces and the expressions they show

Exit codes:
  0  done                     3    an input is missing or cannot be read, or the
  1  an error inside Poise         output cannot be written
  2  wrong usage              4    done, but not enough evidence for a score
                              130  stopped by Ctrl-C

Poise is for self-practice. Using it to select, rank or assess people is not intended.`;

/** Shown under the help of `poise analyze`. */
export const ANALYZE_HELP = `
Writes for each recording, in the results folder:
  interview_session_<id>.json  the data; written last: with it, the recording is done
  interview_report_<id>.png    the picture
  interview_report_<id>.txt    the report as text
<id> is the date and time of the recording's file (YYYYMMDD_HHMMSS). If another recording
has the same second, the next free one is taken.

One FILE: the results go straight into --out. Several, or a DIR (searched through all its
folders): each recording gets a sub-folder of its name, in the folders that it lies in;
of several with the same name, the second gets "name-2".
What is done already is skipped, whatever the options were; --force analyses it again. A
result is of a recording when the name, the time of the file (to the second) and the
length (to about a second) agree.
A file that cannot be read is reported and does not stop the others.

One person is analysed: the candidate, the most prominent face (large and near the middle)
of the first three seconds with a face. Nobody takes their place afterwards. Who was away
for more than two seconds is known again by the place and size of the face. Without the
candidate in view, no face counts as seen.
Others are counted, and nothing of what they show is kept. To tell people apart, the shape
of each face is followed; their expression is not read. In those first three seconds
whoever is in front is read, and dropped if it is not the candidate. --force without
--everyone-agreed removes what an earlier run wrote about others.

--max-faces: how many faces are followed. Fewer than 4 are never, so that nobody is taken
for the candidate. With --everyone-agreed it is how many people are read at once at most,
the candidate among them. Where as many people are in view as faces are followed, there
may be more: their number is then "at least" ("capped" in "others_in_view").

--everyone-agreed: you state that each person in the recordings knows of this analysis and
agreed to it. With --max-faces of 2 or more, writes further:
  interview_session_<id>_person2.json  the data of the next person, and so on, in the order
                                       in which they appear; for that person alone
  interview_room_<id>.json             who was in view when, and how long together
A face counts as a person after half a second. Who is out of view for more than two seconds
may come back as another person: nobody is recognised. People are listed as they appear and
never compared. --baseline is of the candidate only: of each other person the calmest
seconds are taken.

--fps N: 15 is the fewest at which blinks are counted; with fewer it is quicker.

--baseline START-END: seconds of the recording that show your resting face, such as 0-5; it
must be seen for two of them. Left out, the calmest five to ten seconds are taken, and the
report says so; with none, nothing is corrected.

--history DIR: the sessions (JSON) of your own earlier recordings, searched through all
folders of DIR. The text report compares this session with those before it. Give one
recording: a history is of one person. JSON files that are no sessions are left out.

Ctrl-C stops: recordings that are done are kept, nothing is half-written, and the same
command goes on from there. A second Ctrl-C ends at once. The exit code is then 130.

--json prints for one FILE the session summary. For several, or a DIR:
  {"sessions": [{"file", "status", "summary", "error", "outputs", "warnings"}]}
The status is "done", "skipped" (done before), "failed" or "cancelled"; what does not apply
is null. Where everyone agreed, both have two more keys, "room" and "people" (the sessions
of the others); a recording that was done before without --everyone-agreed lacks them, and
its "warnings" say so. A command that fails as a whole prints {"error": {"code",
"message", "hint"}}.

With several recordings the exit code is that of the first that failed, else 4 if the
evidence of any is not enough for a score, else 0.

For self-practice, by the person in the recording or with their consent. It reads
expressions shown, not feelings. Not for selecting, ranking or assessing people.`;

/** Shown under the help of `poise detect`. */
export const DETECT_HELP = `
--min-face-size: mtcnn looks for none under 20 pixels. blazeface sees the whole
picture in 256 pixels, and misses faces under about a thirtieth of its longer
side. The smaller a face, the less well it is read.

--json prints {"images": [{"file", "width", "height", "faces": [{"box", "score",
"emotions", "dominantEmotion", "details": {"pose", "eyes", "mouth",
"quality"}}]}]}. A box is [left, top, width, height] in pixels. What cannot be
said of a face is null. A picture that cannot be read has no faces, null for its
size, and "error": {"code", "message", "hint"}; the others are done, and the
exit code is 3.

An expression is what a face shows, not what a person feels.`;

/** Shown under the help of `poise evaluate`. */
export const EVALUATE_HELP = `
DATASET is a folder with one folder of images per expression (also named by
common synonyms, also inside a folder per split), or sheet-NN.png files of 48 ×
48 tiles with a labels.csv. Where there are splits, the test split is taken.

The figures are over the images in which a face was found; "face found" says how
many that is. Images under 200 pixels get a border first, as a detector made for
webcams needs. With --crops every image is taken as a face crop and resized to
the model's input.

FER+ labels are the unique plurality of the votes after single votes are
dropped, among the seven expressions.`;
