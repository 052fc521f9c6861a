import { describe, expect, it } from "vitest";
import { comparableTexts } from "@/lib/core/reimport/comparable-text";
import { type ChangeGrade, gradeChange } from "@/lib/core/reimport/grade-change";

const CASES: readonly (readonly [ChangeGrade, string, string])[] = [
  ["same", "Der Zug fährt um 8.15 Uhr.", "Der Zug fährt um 8.15 Uhr."],
  ["typography", '"Er fährt", sagt sie - und geht.', "„Er fährt“, sagt sie – und geht."],
  ["typography", "Das kostet 5 Euro …", "Das kostet 5\u00a0Euro..."],
  ["typography", "Er geht.  Sie bleibt. ", "Er geht. Sie bleibt."],
  ["typography", "Dampf\u00adschiff", "Dampfschiff"],
  ["spelling", "Die Verspätng dauert an.", "Die Verspätung dauert an."],
  ["spelling", "Er wusste, daß der Fluß steigt.", "Er wußte, dass der Fluss steigt."],
  ["spelling", "Das Cafe in Muenchen", "Das Café in München"],
  ["spelling", "der bahnhof", "der Bahnhof"],
  ["spelling", "Sie ist verantwortilch.", "Sie ist verantwortlich."],
  ["changed", "Der Zug fährt um 8.15 Uhr.", "Der Zug fährt um 8.45 Uhr."],
  ["changed", "Er hat einen Grund.", "Er hat keinen Grund."],
  ["changed", "Das ist möglich.", "Das ist unmöglich."],
  ["changed", "die Mutter", "die Butter"],
  ["changed", "die Leiter", "die Leiber"],
  ["changed", "Sie fährt morgen.", "Sie fährt nicht morgen."],
  ["changed", "Das Haus brennt.", "Das Hauses brennt."],
  ["changed", "am 3. Mai", "am 8. Mai"],
  ["changed", "Raum B2", "Raum B3"],
  ["changed", "Endlich! Er geht.", "Endlich? Er geht."],
];

describe("gradeChange", () => {
  it.each(CASES)("calls it %s from «%s» to «%s», in both directions", (grade, before, after) => {
    expect(gradeChange(before, after)).toBe(grade);
    expect(gradeChange(after, before)).toBe(grade);
  });

  it("sees other markup as typography, and other numbers of the same markup as nothing", () => {
    const [first] = comparableTexts(["Das <1>Haus</1> brennt."], [{ id: 1, kind: "bold" }]);
    const [again] = comparableTexts(["Das <7>Haus</7> brennt."], [{ id: 7, kind: "bold" }]);
    const [other] = comparableTexts(["Das <1>Haus</1> brennt."], [{ id: 1, kind: "italic" }]);
    const [plain] = comparableTexts(["Das Haus brennt."], []);
    expect(gradeChange(first ?? "", again ?? "")).toBe("same");
    expect(gradeChange(first ?? "", other ?? "")).toBe("typography");
    expect(gradeChange(first ?? "", plain ?? "")).toBe("typography");
  });
});
