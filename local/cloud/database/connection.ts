import Libsql from 'libsql'

type Value = string | number | Buffer | null

/** One SQLite connection. Statements are prepared once and kept: there are a few per index. */
export class Connection {
  private readonly sqlite: Libsql.Database
  private readonly statements = new Map<string, Libsql.Statement>()

  constructor(file: string) {
    this.sqlite = new Libsql(file)
  }

  /** Every row as an array of its columns. */
  rows<Row extends unknown[]>(sql: string, ...values: Value[]): Row[] {
    return this.statement(sql, true).all(values) as Row[]
  }

  row<Row extends unknown[]>(sql: string, ...values: Value[]): Row | undefined {
    return this.statement(sql, true).get(values) as Row | undefined
  }

  run(sql: string, ...values: Value[]): number {
    return Number(this.statement(sql, false).run(values).lastInsertRowid)
  }

  exec(sql: string): void {
    this.sqlite.exec(sql)
  }

  /** All of `work` or nothing of it. */
  atomically<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  /** SQLite has rolled back by itself after some errors. */
  rollback(): void {
    if (this.inTransaction) this.run('ROLLBACK')
  }

  get inTransaction(): boolean {
    return this.sqlite.inTransaction
  }

  close(): void {
    this.statements.clear()
    this.sqlite.close()
  }

  private statement(sql: string, reads: boolean): Libsql.Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.sqlite.prepare(sql)
      if (reads) statement.raw()
      this.statements.set(sql, statement)
    }
    return statement
  }
}
