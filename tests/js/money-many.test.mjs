//! Many sales at once: typed arrays of minor units in and out, and floats refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DigistoreError, splitMany } from "digistore24/money";

const SALE = { currency: "EUR", vatRate: "19", terms: { affiliateRate: "50", referralRate: "10" } };
const prices = Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 90_000);

/** The formula over bigints. */
function byHand(price) {
  const gross = BigInt(price);
  const vat = (gross * 38n + 119n) / 238n;
  const provider = (gross * 158n + 1000n) / 2000n + 100n;
  const basic = gross - vat - provider;
  const affiliate = ((basic > 0n ? basic : 0n) + 1n) / 2n;
  const referral = (affiliate * 2n + 10n) / 20n;
  return {
    amountBrutto: gross,
    amountVat: vat,
    amountNetto: gross - vat,
    amountProvider: provider,
    amountShipping: 0n,
    basicAmount: basic,
    amountAffiliate: affiliate,
    amountReferral: referral,
    amountPartner: 0n,
    amountPartnerAffiliates: 0n,
    amountVendor: basic - affiliate - referral,
  };
}

function refused(sales, ...paths) {
  assert.throws(() => splitMany({ ...SALE, ...sales }), (error) => {
    assert.ok(error instanceof DigistoreError);
    assert.deepEqual([error.kind, error.function], ["params", "splitMany"]);
    assert.deepEqual(error.problems.map(({ path }) => path), paths);
    for (const { message } of error.problems) assert.ok(error.message.includes(message));
    return true;
  });
}

test("every row is split as the formula says, whatever holds the prices", () => {
  const expected = prices.map(byHand);
  for (const gross of [BigInt64Array.from(prices, BigInt), Int32Array.from(prices), Int32Array.from([0, ...prices]).subarray(1)]) {
    const columns = splitMany({ ...SALE, gross });
    assert.deepEqual(Object.keys(columns), Object.keys(expected[0]));
    for (const [name, column] of Object.entries(columns)) {
      assert.ok(column instanceof BigInt64Array);
      assert.deepEqual([...column], expected.map((row) => row[name]), name);
    }
  }
  assert.equal(splitMany({ ...SALE, gross: new Int32Array() }).amountVendor.length, 0);
});

test("several terms give several results, and only the columns asked for", () => {
  const gross = new Int32Array([100_00]);
  const terms = ["40", "50"].map((affiliateRate) => ({ affiliateRate }));
  assert.deepEqual(splitMany({ ...SALE, gross, terms, fields: ["amountAffiliate"] }), [30_05n, 37_57n].map((cents) => ({ amountAffiliate: BigInt64Array.of(cents) })));
  const partners = [{ name: "Lena", rate: "25", affiliateFixed: "1" }];
  const columns = splitMany({ ...SALE, gross, terms: { partners }, fields: ["partners", "amountPartner"] });
  assert.deepEqual(Object.entries(columns).map(([name, [cents]]) => [name, cents]), [
    ["partners[0].base", 75_13n],
    ["partners[0].amount", 17_78n],
    ["partners[0].amountAffiliate", 1_00n],
    ["amountPartner", 17_78n],
  ]);
  assert.equal(splitMany({ ...SALE, gross, terms: undefined }).amountAffiliate[0], 0n);
});

test("other columns are typed arrays or one value for all", () => {
  const gross = new Int32Array([119_00, 119_00]);
  for (const vatAmount of ["19", 19, 19n, new Int32Array([19_00, 19_00]), BigInt64Array.of(19_00n, 19_00n)]) {
    assert.deepEqual([...splitMany({ ...SALE, gross, vatRate: undefined, vatAmount }).amountNetto], [100_00n, 100_00n]);
  }
  const columns = splitMany({ ...SALE, gross, vatRate: ["19", 7], shipping: "11.90", paySequenceNo: Int32Array.of(1, 2), terms: { affiliateRate: "50", firstPaymentOnly: true } });
  assert.deepEqual([...columns.amountVat], [19_00n, 7_79n]);
  assert.deepEqual([...columns.amountShipping], [10_00n, 11_12n]);
  assert.deepEqual([...columns.amountAffiliate].map(Boolean), [true, false]);
  assert.equal(splitMany({ ...SALE, net: Int32Array.of(10_00), vatRate: "8.9" }).amountBrutto[0], 10_89n);
});

test("the end of 64 bits is exact, and beyond it is refused", () => {
  const most = 2n ** 63n - 1n;
  const { amountVat, amountNetto } = splitMany({ ...SALE, gross: BigInt64Array.of(most) });
  assert.equal(amountVat[0], (most * 38n + 119n) / 238n);
  assert.equal(amountNetto[0], most - amountVat[0]);
  refused({ net: BigInt64Array.of(1n, most), vatRate: "100" }, "net[1]");
});

test("everything that is wrong is told at once", () => {
  const gross = Int32Array.of(1_00, -1, 2_00);
  refused({ gross, shipping: Int32Array.of(0, 0, 3_00) }, "gross[1]", "shipping[2]");
  refused({ gross: new Int32Array(30_000).fill(-1) }, ...Array.from({ length: 20 }, (_, at) => `gross[${at}]`), "");
  refused({ gross, shipping: new Int32Array(2), vatRate: ["19"], paySequenceNo: "first" }, "vatRate", "shipping", "paySequenceNo");
  refused({ gross, vatRate: NaN }, "vatRate");
  refused({ gross, vatRate: "101" }, "vatRate");
  refused({ gross, vatAmount: "1" }, "vatAmount");
  refused({ gross, net: gross }, "net");
  refused({ gross: "100.00" }, "gross");
  refused({}, "gross");
  refused({ gross, terms: [{ affiliateRate: 0.5 }, { rate: "5" }], fields: ["vendor"], currency: "XXX" }, "currency", "terms[0].affiliateRate", "terms[1].rate", "fields[0]");
  assert.throws(() => splitMany({ ...SALE, gross: Float64Array.of(29.75) }), /gross: floating-point numbers cannot hold cents exactly; give whole minor units/);
  assert.throws(() => splitMany({ ...SALE, gross: [2975] }), /gross: expected a column of prices: a BigInt64Array/);
});
