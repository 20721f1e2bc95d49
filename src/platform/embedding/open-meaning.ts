// From the settings to what search is given: undefined where no embedder is configured, and then nothing of it is asked anywhere.
import type { Log } from '../log.ts'
import { createMeaning } from './ask-meaning.ts'
import type { Meaning, Reach } from './embedder.ts'
import { folderEmbedder } from './folder-embedder.ts'
import { httpEmbedder } from './http-embedder.ts'

/** Of the configuration; either an address with its model, or a folder. */
export type EmbeddingSettings =
  | { readonly address: string; readonly model: string; readonly key: string | undefined; readonly reach: Reach }
  | { readonly folder: string; readonly reach: Reach }

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/** The host, unless it is this machine itself. */
function hostOf(address: string): string | undefined {
  const { hostname } = new URL(address)
  return isThisMachine(hostname) ? undefined : hostname
}

/** Stops the start with a sentence where the model of a folder cannot be had. */
export function openMeaning(settings: EmbeddingSettings | undefined, log: Log): Meaning | undefined {
  if (settings === undefined) return undefined
  const { reach } = settings
  const warn: Parameters<typeof createMeaning>[0]['warn'] = (failure) => log.warn({ err: failure })
  if ('folder' in settings)
    return createMeaning({ embedder: folderEmbedder(settings.folder), reach, sentTo: undefined, warn })
  return createMeaning({ embedder: httpEmbedder(settings), reach, sentTo: hostOf(settings.address), warn })
}
