/** 部门: looked up by id when a matter goes to one. */
import { notFound } from '../core/kernel/errors'
import { findOne } from '../core/store/database'
import type { DepartmentDirectory } from '../core/store/documents/catalog'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly phone: string
}

export async function unitsById(township: string): Promise<ReadonlyMap<string, Unit>> {
  const directory = await findOne<DepartmentDirectory>('directory', {
    _id: `${township}:departments`,
    township,
  })
  return new Map((directory?.departments ?? []).map((unit) => [unit.id, unit]))
}

/** @throws AppError `NOT_FOUND` for a department that is not there. */
export async function unitOf(township: string, id: string): Promise<Unit> {
  const unit = (await unitsById(township)).get(id)
  if (!unit) throw notFound('这个部门')
  return unit
}
