import fc from 'fast-check'

/*
 * Properties are tried on the same cases at each run of `npm test`, so that it tells of the change and not of luck;
 * `npm run test:long` looks for new ones. PROPERTY_SEED=… tries others; what it finds becomes an example of its test.
 */
const told = process.env.PROPERTY_SEED
if (told !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(told ?? 20_261_122) })
