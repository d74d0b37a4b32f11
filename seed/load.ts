/**
 * The township's data as documents. What the township edits in the running program stays: documents
 * are upserted by id only where they were never edited.
 */
import { accountDocuments, demoStaff } from './accounts'
import {
  catalogDocuments,
  directoryDocuments,
  householdDocuments,
  placeDocuments,
  settingsDocuments,
  textDocuments,
} from './documents'
import { readSeed } from './read'
import { hashId } from '../cloudfunctions/core/kernel/hash'
import type { Stored } from '../cloudfunctions/core/store/documents/matter'
import { TEMPLATE_KEYS, templateId, TEMPLATES } from '../cloudfunctions/core/wechat/templates'

export type SeedDocument = { readonly _id: string } & Record<string, unknown>

export interface Seed {
  readonly township: string
  readonly version: string
  readonly collections: Readonly<Record<string, readonly SeedDocument[]>>
  /** What people write to while the program runs: never written over. */
  readonly owned: readonly string[]
  /** The subscribe-message templates that the stand-in for WeChat knows. */
  readonly templates: readonly {
    readonly id: string
    readonly title: string
    readonly fields: string[]
  }[]
  /** Openids of the demo staff, who start with some permits. */
  readonly demoStaff: readonly string[]
}

/** @throws SeedError when a file is wrong. Needs the data keys in the environment. */
export function loadSeed(directory: string): Seed {
  const data = readSeed(directory)
  const published = {
    items: plain(catalogDocuments(data)),
    places: plain(placeDocuments(data)),
    directory: plain(directoryDocuments(data)),
    households: plain(householdDocuments(data)),
    texts: plain(textDocuments(data)),
  }
  return {
    township: data.township.id,
    version: `${data.items.version}-${hashId(published).slice(0, 8)}`,
    collections: {
      ...published,
      settings: plain(settingsDocuments(data)),
      accounts: plain(accountDocuments(data)),
    },
    owned: ['accounts', 'settings'],
    templates: TEMPLATE_KEYS.map((key) => ({
      id: templateId(key),
      title: TEMPLATES[key].title,
      fields: Object.keys(TEMPLATES[key].fields),
    })),
    demoStaff: demoStaff(data),
  }
}

const plain = (docs: readonly Stored[]): SeedDocument[] => docs.map((doc) => ({ ...doc }))
