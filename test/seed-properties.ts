import { configureGlobal } from 'fast-check';

// A property that fails must fail again tomorrow, on every machine.
configureGlobal({ seed: 20_251_128 });
