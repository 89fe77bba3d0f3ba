// @ts-check
import { join } from 'node:path';
import { projectRoot } from './freshness.js';

/**
 * How messages are compiled.
 *
 * Not the `url` strategy: under a base path it misreads the locale. The page reads `?lang=` itself and sets the
 * locale; the CLI and prerendering start from the base locale, zh-CN.
 *
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglideOptions = {
	project: join(projectRoot, 'project.inlang'),
	outdir: join(projectRoot, 'src/lib/i18n/messages'),
	strategy: ['globalVariable', 'baseLocale'],
	outputStructure: 'message-modules',
	// The root files ignore the folder already.
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false
};
