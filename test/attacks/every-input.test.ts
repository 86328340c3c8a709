import { describeEveryInput } from './input-everywhere.ts';

// Everything is sent to every page, by whose turn it is; `npm run slow` has everybody send all of it.
describeEveryInput(false);
