export interface PageUrl {
  path: string
  query: Record<string, string>
}

/** Splits `/pages/a/a?x=1`; a relative url starts at the current page. */
export function parsePageUrl(url: string, currentPath: string): PageUrl {
  const [raw = '', queryText = ''] = url.split('?')
  const path = raw.startsWith('/')
    ? raw.slice(1)
    : new URL(raw, `http://phone/${currentPath}`).pathname.slice(1)
  const query: Record<string, string> = {}
  for (const pair of queryText.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=')
    query[name] = decodeURIComponent(value)
  }
  return { path: path.replace(/\.html$/, ''), query }
}

export function formatPageUrl({ path, query }: PageUrl): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
