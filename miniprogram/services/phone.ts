/** Calls a number as it is written, with spaces or dashes. */
export function dial(phone: string): void {
  const phoneNumber = phone.replace(/[^\d+]/g, '')
  if (!phoneNumber) return
  // A cancelled call is no mistake.
  wx.makePhoneCall({ phoneNumber, fail: () => undefined })
}
