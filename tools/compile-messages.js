// @ts-check
/**
 * Compiles messages/*.json into src/lib/i18n/messages. A program of its own, since some versions of the
 * compiler leave timers of 30 s behind that would hold up whatever they run in; here they are cut off.
 */
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.js';

await compile(paraglideOptions);
process.exit();
