import fc from 'fast-check';

// The same cases in every run, so that a failure is one of the change at hand; FC_SEED=random looks further.
const asked = process.env.FC_SEED ?? '1';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
