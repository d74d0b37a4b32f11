import cloudbase from '@cloudbase/node-sdk'

type SdkContext = NonNullable<Parameters<typeof cloudbase.getCloudbaseContext>[0]>

/** The openid that WeChat vouches for; empty for timers and other functions. */
export function openidOf(context: unknown): string {
  const { WX_OPENID } = cloudbase.getCloudbaseContext(context as SdkContext) as {
    WX_OPENID?: string
  }
  return WX_OPENID ?? ''
}
