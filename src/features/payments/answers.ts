// Answers that are files, and the years of which an account can be asked.

/** Downloaded, kept by nobody on the way. */
export const downloadOf = (content: string | Buffer, name: string, type: string): Response =>
  new Response(typeof content === 'string' ? content : Uint8Array.from(content).buffer, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      'cache-control': 'private, no-store',
    },
  })

/** The newest first, at most twenty. */
export const yearsOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.min(20, Math.max(1, last - first + 1)) }, (_, back) => last - back)
