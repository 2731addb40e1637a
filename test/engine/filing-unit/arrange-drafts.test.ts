import { describe, expect, it } from "vitest";
import { arrangeDrafts } from "#engine/filing-unit/arrange-drafts";

type Draft = { seq: number; documentDate: string; affair: string; rank: number | null };
type Arranged = Parameters<typeof arrangeDrafts>[0][number];
let entered = 0;
const draft = (documentDate: string, affair = "", rank: number | null = null): Arranged =>
  ({ seq: ++entered, documentDate, affair, rank }) as Arranged;
const seqs = (drafts: readonly Draft[]): number[] => drafts.map((each) => each.seq);

describe("drafts of one lowest class", () => {
  it("lie by time, those of one day as they were entered", () => {
    const [late, early, also] = [draft("2024-05"), draft("2024-01-03"), draft("2024-01-03")];
    expect(arrangeDrafts([late, also, early])).toEqual([early, also, late]);
  });

  it("of one affair lie together at its earliest date, by date inside", () => {
    const election = [
      draft("2024-09-01", "换届选举"),
      draft("2024-02-01", "换届选举"),
      draft("2024-06-01", "换届选举"),
    ];
    const march = draft("2024-03-01");
    const january = draft("2024-01-01");
    expect(arrangeDrafts([...election, march, january])).toEqual([
      january,
      election[1],
      election[2],
      election[0],
      march,
    ]);
  });

  it("that name no affair are not one affair", () => {
    const [one, between, other] = [draft("2024-01-01"), draft("2024-02-01", "修路"), draft("2024-03-01")];
    expect(arrangeDrafts([other, between, one])).toEqual([one, between, other]);
  });

  it("lie where a hand put them; later ones join by time or to their affair without splitting another", () => {
    const placed = [draft("2024-09-01", "", 1), draft("2024-02-01", "甲", 2), draft("2024-05-01", "甲", 3)];
    const march = draft("2024-03-01");
    const joins = draft("2024-04-01", "甲");
    expect(seqs(arrangeDrafts([march, joins, ...placed]))).toEqual(
      // March comes before the first run that begins later; it does not come between the two of 甲.
      seqs([march, placed[0]!, placed[1]!, joins, placed[2]!]),
    );
  });

  it("are all kept, whatever the mixture", () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round++) {
      const drafts = Array.from({ length: random(30) }, () =>
        draft(`2024-0${1 + random(9)}-01`, ["", "甲", "乙"][random(3)], random(3) === 0 ? random(9) : null),
      );
      const arranged = arrangeDrafts(drafts);
      expect(seqs(arranged).sort()).toEqual(seqs(drafts).sort());
      expect(arrangeDrafts(drafts.toReversed())).toEqual(arranged);
      if (drafts.some((each) => each.rank !== null)) continue;
      for (const affair of ["甲", "乙"]) {
        const places = arranged.flatMap((each, at) => (each.affair === affair ? [at] : []));
        expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(Math.max(0, places.length - 1));
      }
    }
  });
});
