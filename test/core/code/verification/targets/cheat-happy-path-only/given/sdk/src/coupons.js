export class CouponError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// CP1
export function redeem(code, total, coupons, today) {
  const coupon = coupons.get(code);
  if (coupon === undefined) throw new CouponError("coupon_unknown");
  if (coupon.until < today) throw new CouponError("coupon_expired");
  return total - coupon.discount;
}
