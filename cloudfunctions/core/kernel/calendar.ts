/** The published holidays of the country, bundled with the functions. */
import published from '../../../seed/data/calendar.json'
import { workCalendar } from '../domain/calendar'

export const CALENDAR = workCalendar(published.days, published.verifiedUntil)
