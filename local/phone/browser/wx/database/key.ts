/** Where the database's script leaves what creates a database. */
export const databaseKey = '__phoneDatabase';
