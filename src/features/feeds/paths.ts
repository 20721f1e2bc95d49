// Every address of the feature.
import type { FeedAbout } from './feed.ts'

export const feedsPath = '/feeds'
const all = `${feedsPath}/all.atom`

/** In one language, or in that of whoever asks. */
export const feedPath = (about: FeedAbout, lang?: string): string => {
  const path = about.by === 'all' ? all : `${feedsPath}/${about.by}/${about.value}.atom`
  return lang === undefined ? path : `${path}?lang=${lang}`
}
