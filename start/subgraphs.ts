import { entities as complaintEntities } from '@bekhedmetkom/complaint/entities';
import { migrations as complaint } from '@bekhedmetkom/complaint/migrations';
import { entities as directoryEntities } from '@bekhedmetkom/directory/entities';
import { migrations as directory } from '@bekhedmetkom/directory/migrations';
import { entities as kpiEntities } from '@bekhedmetkom/kpi/entities';
import { migrations as kpi } from '@bekhedmetkom/kpi/migrations';
import { entities as notificationEntities } from '@bekhedmetkom/notification/entities';
import { migrations as notification } from '@bekhedmetkom/notification/migrations';
import { type EntityClass, migrate } from '@bekhedmetkom/platform/database';

const migrationsOf = { complaint, directory, kpi, notification };

/** Each subgraph's name is also its database schema and its database role. */
export type SubgraphName = keyof typeof migrationsOf;
export const subgraphNames = Object.keys(migrationsOf) as SubgraphName[];

/** The entities of each subgraph whose tables have them. */
export const entitiesOf: Partial<Record<SubgraphName, EntityClass[]>> = {
  complaint: complaintEntities,
  directory: directoryEntities,
  kpi: kpiEntities,
  notification: notificationEntities,
};

/** The address of `database` for the role of one subgraph, on the server that `adminUrl` names. */
export function roleUrl(adminUrl: string, name: SubgraphName, password: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = name;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * Creates what is missing (database, roles, schemas, extensions) and runs what is pending, subgraph by subgraph.
 * @throws StartupError that names the migration which failed; it left nothing behind.
 */
export async function migrateAll(
  adminUrl: string,
  urlOf: (name: SubgraphName) => string,
  onProgress: (text: string) => void,
): Promise<void> {
  for (const name of subgraphNames) {
    await migrate({
      adminUrl,
      url: urlOf(name),
      schema: name,
      migrations: migrationsOf[name],
      onProgress: (migration) => onProgress(`${name}: ${migration}`),
    });
  }
}
