import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The first twelve hexadecimal digits of SHA-256: names files by their content. Not `crypto.subtle`,
 * which a browser withholds on a plain http address.
 */
export function contentHash(bytes: Uint8Array): string {
	return bytesToHex(sha256(bytes)).slice(0, 12);
}
