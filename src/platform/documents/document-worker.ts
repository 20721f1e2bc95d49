// The thread in which a document is read: it may take too long or too much memory, and is then ended from outside.
import { parentPort, workerData } from 'node:worker_threads'
import { judgeDocument, readText } from './judge-document.ts'

/** `workerData` is what read-document.ts gives: bytes of a file, or text that was pasted. */
const brought = workerData as { readonly bytes: Uint8Array } | { readonly text: string }

parentPort?.postMessage('bytes' in brought ? await judgeDocument(brought.bytes) : readText(brought.text))
