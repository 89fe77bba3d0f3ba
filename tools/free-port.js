// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nothing listens on: another run of the tests may be under way. */
export async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return address && typeof address === 'object' ? String(address.port) : '4317';
}
