import type { Bead } from "@/lib/core/alignment/bead";

/** Own sentences with their translations: enough matter for documents of any shape. */
export const PAIRS: ReadonlyArray<readonly [string, string]> = [
  [
    "Die Stadtbibliothek in Rendsburg öffnet ab Montag wieder um 9 Uhr.",
    "The Rendsburg public library will open at 9 o'clock again from Monday.",
  ],
  [
    "Leiterin Henrike Thomsen rechnet mit 1.200 Besuchern im ersten Monat.",
    "Director Henrike Thomsen expects 1,200 visitors in the first month.",
  ],
  [
    "Ein Teil der Regale musste nach dem Wasserschaden ersetzt werden.",
    "Some of the shelves had to be replaced after the water damage.",
  ],
  [
    "Der Umbau kostete 340.000 Euro und dauerte sieben Monate.",
    "The renovation cost 340,000 euros and took seven months.",
  ],
  [
    "Auf dem Marktplatz spielte am Abend das Jugendorchester aus Kiel.",
    "In the evening the youth orchestra from Kiel played on the market square.",
  ],
  [
    "„Wir haben lange darauf gewartet“, sagte Bürgermeister Jörn Petersen.",
    "“We have waited a long time for this,” said mayor Jörn Petersen.",
  ],
  [
    "Für Kinder gibt es jetzt einen eigenen Raum mit Hörbüchern.",
    "There is now a room of their own with audio books for children.",
  ],
  [
    "Der Bus der Linie 14 hält künftig direkt vor dem Eingang.",
    "In future the number 14 bus will stop right in front of the entrance.",
  ],
  [
    "Bei Regen wird das Konzert in die Christuskirche verlegt.",
    "If it rains the concert will be moved to Christ Church.",
  ],
  ["Im vergangenen Jahr zählte das Haus 18.450 Ausleihen.", "Last year the house counted 18,450 loans."],
  [
    "Die Polizei sperrte die Hollesenstraße für drei Stunden.",
    "The police closed Hollesenstraße for three hours.",
  ],
  [
    "Ein Gutachten der Universität Lübeck soll im März vorliegen.",
    "A report by the University of Lübeck is due in March.",
  ],
  [
    "Kritik kam von der Opposition, die das Projekt zu teuer findet.",
    "Criticism came from the opposition, which finds the project too expensive.",
  ],
  [
    "Insgesamt 27 Freiwillige halfen beim Einräumen der Bücher.",
    "A total of 27 volunteers helped to put the books on the shelves.",
  ],
  [
    "Der Architekt Emre Yıldız erhielt dafür den Landespreis 2019.",
    "The architect Emre Yıldız received the 2019 state prize for it.",
  ],
  [
    "Wer noch Bücher von der Leihstelle hat, kann sie bis Freitag abgeben.",
    "Anyone who still has books from the lending desk can return them by Friday.",
  ],
  [
    "Das Café im Erdgeschoss bleibt vorerst geschlossen.",
    "The café on the ground floor will remain closed for now.",
  ],
  [
    "Die Stiftung aus Hamburg übernahm 60 Prozent der Summe.",
    "The foundation from Hamburg paid 60 percent of the sum.",
  ],
  ["Am 3. Oktober ist ein Tag der offenen Tür geplant.", "An open day is planned for October 3."],
  [
    "Nachts wird das Gebäude mit Lampen aus Schweden beleuchtet.",
    "At night the building is lit with lamps from Sweden.",
  ],
];

export const source = (index: number): string => PAIRS[index % PAIRS.length]?.[0] ?? "";
export const target = (index: number): string => PAIRS[index % PAIRS.length]?.[1] ?? "";

/** "0>0 1,2>1 >2": source numbers, target numbers. */
export function written(beads: readonly Bead[]): string {
  const run = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k).join(",");
  return beads.map((b) => `${run(b.sourceFrom, b.sourceTo)}>${run(b.targetFrom, b.targetTo)}`).join(" ");
}
