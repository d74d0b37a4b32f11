/** What built-in components ask of the phone around them. */
export interface PhoneServices {
  navigate(openType: string, options: { url: string; delta: number }): void
  /** `<button open-type="share">` */
  share(dataset: Record<string, unknown>): void
  /** `<page-meta>` and `<navigation-bar>` describe the page they are in. */
  describePage(element: HTMLElement, description: PageDescription): void
  /** Where the browser finds a picture that a page in `from` names. */
  resourceUrl(path: string, from: string): string
}

export interface PageDescription {
  pageStyle?: string
  pageFontSize?: string
  rootFontSize?: string
  backgroundColor?: string
  title?: string
  barColor?: string
  barText?: string
}

let services: PhoneServices | undefined

export function providePhoneServices(provided: PhoneServices): void {
  services = provided
}

export function phoneServices(): PhoneServices {
  if (!services) throw new Error('built-in component used before the phone was ready')
  return services
}
