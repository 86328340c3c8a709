import { describeHostile, SAMPLE } from '../api/hostile.ts';

describeHostile(SAMPLE, true);
