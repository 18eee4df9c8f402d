package ferry;

public final class Ferry {
    private static final int COFFEE_FROM = 200_00;

    private Ferry() {
    }

    // FER-1
    public static int carCents(int kilograms) {
        return kilograms <= 2_500 ? 1240 : 1890;
    }

    // FER-1
    public static boolean hasCoffee(int cents) {
        return cents >= COFFEE_FROM;
    }

    // FER-2
    public static int trailerCents(int kmh) {
        return kmh <= 3 ? 705 : 0;
    }

    // FER-3
    public static int litresAfter(int minutes) {
        return 4 * minutes;
    }
}
