import type { Finding } from './schema-presence.js';

/** Where each finding was published. */
export const FINDING_SOURCES: Readonly<Record<Finding, string>> = Object.freeze({
  eye_contact_and_ratings:
    'Martín-Raugh, Kell, Randall, Anguiano-Carrasco, Banfi (2023), Speaking without words, Journal of Organizational Behavior 44',
  head_movement_and_ratings:
    'Martín-Raugh, Kell, Randall, Anguiano-Carrasco, Banfi (2023), Speaking without words, Journal of Organizational Behavior 44',
  smiles_at_start_and_end:
    'Ruben, Hall, Schmid Mast (2015), Smiling in a job interview: when less is more, Journal of Social Psychology 155',
  smile_dynamics_and_ratings:
    'Krumhuber, Manstead, Cosker, Marshall, Rosin (2009), Effects of dynamic attributes of smiles in human and synthetic faces, Journal of Nonverbal Behavior 33',
});
