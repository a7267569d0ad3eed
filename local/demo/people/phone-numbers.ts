/**
 * Telephone numbers that cannot ring, in the shape of real ones.
 *
 * Mobile: China's numbering plan gives 160 to 164 to no operator. Fixed: within an area no subscriber's number begins
 * with 0 (it would be taken for another area's code), so 0351-055 xxxx leads nowhere.
 */
export const mobilePrefix = '1640';
export const landlinePrefix = '0351-055';

/** Numbers handed out in turn, so that no two people of the demo share one. */
export class PhoneNumbers {
  private mobiles = 0;
  private landlines = 110;

  mobile(): string {
    this.mobiles += 1;
    return (
      mobilePrefix +
      String(this.mobiles * 7919)
        .padStart(7, '0')
        .slice(-7)
    );
  }

  landline(): string {
    this.landlines += 1;
    return landlinePrefix + String(this.landlines).padStart(4, '0');
  }
}
