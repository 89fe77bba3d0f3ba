import type { Page } from '@playwright/test';

/** How far one channel of a pixel may be off, of 255: in software an edge is smoothed now this way, now that. */
const SAME = 24;

/** Share of the pixels, 0 to 1, in which two pictures of the same size differ; 1 where the sizes do. */
export function shareThatDiffers(page: Page, one: Buffer, other: Buffer): Promise<number> {
	return page.evaluate(
		async ([same, ...texts]) => {
			const [a, b] = await Promise.all(
				texts.map(async (text) => {
					const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
					const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
					context?.drawImage(bitmap, 0, 0);
					return context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
				})
			);
			if (!a || !b || a.length !== b.length) return 1;
			let differing = 0;
			for (let at = 0; at < a.length; at += 4) {
				const off = [0, 1, 2].some(
					(channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > same
				);
				if (off) differing++;
			}
			return (4 * differing) / a.length;
		},
		[SAME, one.toString('base64'), other.toString('base64')] as const
	);
}
