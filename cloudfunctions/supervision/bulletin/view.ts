/** A bulletin as it is read: on the phone and in the Word document. */
import type { Caller } from '../../core/kernel/caller'
import {
  ratesOf,
  ratingIndicators,
  sparse,
  withoutTelling,
} from '../../core/domain/bulletin/figures'
import type { Row } from '../../core/domain/bulletin/table'
import { READING_NOTE, SECTION_KEYS, SECTION_TITLES } from '../../core/domain/bulletin/text'
import { BULLETIN } from '../../core/domain/flows/bulletin'
import type { BulletinDocument } from '../../core/store/documents/bulletin'

export function rowView({ id, name, figures }: Row) {
  const ratings = ratingIndicators(figures)
  return {
    id,
    name,
    figures: sparse(withoutTelling(figures)),
    rates: ratesOf(figures),
    ratings: ratings.few ? null : ratings,
  }
}

export const sectionsOf = (doc: BulletinDocument) =>
  SECTION_KEYS.map((key) => ({ key, title: SECTION_TITLES[key], text: doc.sections[key] }))

/** What the caller may do now; what a frozen bulletin refuses is not offered. */
function allowedTo(doc: BulletinDocument, caller: Caller) {
  const rows = BULLETIN.rows.filter(
    ({ from, by, guard }) =>
      from.includes(doc.state) && !guard && by.some((role) => role === 'leader'),
  )
  return caller.roles.includes('leader') ? rows.map(({ action }) => action) : []
}

export function bulletinView(doc: BulletinDocument, caller: Caller) {
  const { month, title, state, table, addenda, publishedBy, hash } = doc
  return {
    month,
    title,
    state,
    sections: sectionsOf(doc),
    total: { ...rowView({ id: 'all', name: '全乡', figures: table.total }) },
    departments: table.departments.map(rowView),
    villages: table.villages.map(rowView),
    note: READING_NOTE,
    addenda: addenda.map(({ at, byName, text }) => ({ at: at.toISOString(), byName, text })),
    publishedAt: doc.publishedAt?.toISOString() ?? null,
    publishedBy,
    hash,
    allowed: allowedTo(doc, caller),
  }
}
