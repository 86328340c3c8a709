import { PAYLOADS } from '../attacks/payloads.ts';
import { describeEveryWord } from '../attacks/said-everywhere.ts';

describeEveryWord(PAYLOADS);
