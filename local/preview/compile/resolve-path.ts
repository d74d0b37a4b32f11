import { posix } from 'node:path'

type Exists = (path: string) => boolean

const candidates = (path: string): string[] => [path, `${path}/index`]

/**
 * What a path written in `from` means to WeChat: relative to the file, from the root when it
 * begins with `/`, else a package in the nearest `miniprogram_npm` upwards.
 */
export function resolvePath(from: string, request: string, exists: Exists): string | undefined {
  if (request.startsWith('/')) return candidates(request.slice(1)).find(exists)
  const folder = posix.dirname(from)
  const relative = candidates(posix.join(folder, request)).find(exists)
  if (relative !== undefined || request.startsWith('.')) return relative
  for (let up = folder; ; up = posix.dirname(up)) {
    const found = candidates(posix.join(up, 'miniprogram_npm', request)).find(exists)
    if (found !== undefined) return found
    if (up === '.') return undefined
  }
}
