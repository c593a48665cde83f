/** The last mails that the embedded form sent, kept in memory. */
export interface KeptMail {
  id: string;
  receivedAt: Date;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
}

const most = 200;

export class KeptMails {
  #mails: KeptMail[] = [];

  /** Keeps a mail; the oldest goes when there are too many. One that is there already is not kept twice. */
  add(mail: KeptMail): void {
    this.#mails = [mail, ...this.#mails.filter(({ id }) => id !== mail.id)].slice(0, most);
  }

  /** Newest first. */
  list(): readonly KeptMail[] {
    return this.#mails;
  }

  find(id: string): KeptMail | null {
    return this.#mails.find((mail) => mail.id === id) ?? null;
  }
}
