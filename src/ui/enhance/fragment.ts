// Fetches a part of a page: the server leaves the frame out when it sees the header.

export async function fetchFragment(url: string, name: string, signal?: AbortSignal): Promise<Document | undefined> {
  const answer = await fetch(url, { headers: { 'X-Fragment': name }, ...(signal && { signal }) })
  if (!answer.ok) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** Puts the element with this id from the answer in the place of ours; false when either is missing. */
export function exchange(id: string, fragment: Document): boolean {
  const ours = document.getElementById(id)
  const theirs = fragment.getElementById(id)
  if (!ours || !theirs) return false
  ours.replaceWith(document.adoptNode(theirs))
  return true
}
