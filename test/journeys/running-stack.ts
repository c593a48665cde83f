/** The product as a journey meets it, in one of its two forms. */
export interface RunningStack {
  webUrl: string;
  gatewayUrl: string;
  issuerUrl: string;
  importerSecret: string;
  /** Of the database administrator, to the product's database. */
  adminUrl: string;
  /** The text of every mail sent to an address so far, oldest first. */
  mailsTo(address: string): Promise<string[]>;
  /** A crash (SIGKILL) of what carries this part: one program, or the one process that has them all. */
  crash(part: 'gateway' | 'complaint'): Promise<void>;
  /** Starts again what was crashed. */
  recover(part: 'gateway' | 'complaint'): Promise<void>;
  close(): Promise<void>;
}
