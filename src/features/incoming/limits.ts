// How much may come in by mail.

/** Bytes of a mail as it travels; files in it are a third larger than on disk. */
export const largestMail = 30 * 1_048_576
