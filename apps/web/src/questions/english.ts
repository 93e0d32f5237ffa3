import type { QuestionSets } from './question-set.js';

/** The questions in English. */
export const ENGLISH_QUESTIONS: QuestionSets = {
  behavioural: [
    'Tell me about a time when you had to work with someone you found difficult. What did you do?',
    'Describe a mistake that you made at work. What did you do next, and what do you do differently now?',
    'Tell me about a goal that you did not reach. What got in the way?',
    'When did you last change your mind because of what someone else said?',
    'Tell me about a time when you had too much to do. How did you choose what to leave out?',
    'Describe a piece of work that you are proud of. What was your own part in it?',
    'Tell me about a time when you had to give someone news that they did not want to hear.',
    'When did you have to decide without knowing all that you wanted to know?',
  ],
  technical: [
    'Explain something you know well to someone who has never heard of it.',
    'Walk me through the hardest problem that you have solved. How did you find the cause?',
    'Tell me about a design that you would do differently today. Why?',
    'How do you make sure that what you build works, and goes on working?',
    'Two solutions look equally good to you. How do you choose between them?',
    'Describe a time when you had to learn a tool or a method quickly. How did you go about it?',
    'How do you find your way in a large piece of work that someone else has made?',
    'Tell me about a time when you disagreed with a technical decision. What came of it?',
  ],
  leadership: [
    'Tell me about a time when you led people without being their manager.',
    'How do you help someone whose work is not yet good enough?',
    'Describe a decision of yours that your team did not like. How did you handle it?',
    'Two people in your team are in conflict. What do you do first?',
    'What do you hand over to others, and what do you keep for yourself?',
    'Tell me about a time when a project was in trouble. How did you notice, and what did you change?',
    'How do you make sure that the quiet people in a team are heard?',
    'What would the people who worked with you say that you should do better?',
  ],
  'first-job': [
    'Tell me about yourself.',
    'Why would you like to do this work, and why here?',
    'What did you learn at school, in training or at university that will help you in this job?',
    'Tell me about something that you organised or made yourself.',
    'When did you work on something with others? What was your part?',
    'Tell me about something that you found hard to learn. How did you manage it?',
    'How do you plan your day when several things have to be done?',
    'What would you like to be able to do in two years that you cannot do today?',
  ],
};
