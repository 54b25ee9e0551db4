/** Loaded before a measured command: leaves the most memory it held, in kB, in a file when it ends. */
import { writeFileSync } from 'node:fs';

const file = process.env['WLZ_BENCH_PEAK_FILE'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
