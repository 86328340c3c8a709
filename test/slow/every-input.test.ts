import { describeEveryInput } from '../attacks/input-everywhere.ts';

describeEveryInput(true);
