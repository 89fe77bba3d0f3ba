// @ts-check
/** `npm run build`: the internal site as a folder of static files, build/, with the demo city in it. */
import { ensureSite } from './make.js';

try {
	await ensureSite({ always: true });
	console.log('The site is in build/. Any static server can serve it, under any path.');
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
