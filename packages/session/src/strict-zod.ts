import { z } from 'zod';

// Else zod tries whether it may compile code from text, which breaches the policy of any strict page.
// It tries when the first object is described: every schema takes zod from here, and none before.
z.config({ jitless: true });

export { z };
