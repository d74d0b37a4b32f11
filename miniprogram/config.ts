/** What differs between deployments of the same pages. */
export const config = {
  /** Told with every call, so that the functions can serve old pages for some weeks. */
  clientVersion: '0.1.0',
  /** CloudBase environment; undefined is the one that belongs to the mini-program. */
  cloudEnv: undefined as string | undefined,
} as const
