namespace Simulator.Terminal;

public class HangulTests
{
    public class TheToLatinKeysMethod
    {
        private static string Typed(string text) =>
            string.Concat(text.EnumerateRunes().SelectMany(rune => Hangul.ToLatinKeys(Key.Of(rune))).Select(key => key.ToString()));

        [Theory]
        [InlineData("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop")]
        [InlineData("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl")]
        [InlineData("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm")]
        [InlineData("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP")]
        [InlineData("ㅘㅙㅚㅝㅞㅟㅢ", "hkhohlnjnpnlml")]
        [InlineData("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "rtswsgfrfafqftfxfvfgqt")]
        [InlineData("히", "gl")]
        [InlineData("값", "rkqt")]
        [InlineData("가", "rk")]
        [InlineData("힣", "glg")]
        [InlineData("뷁", "qnpfr")]
        [InlineData("까뿅", "RkQyd")]
        [InlineData("\u1112\u1175", "gl")]
        [InlineData("\u1100\u1161\u11B9", "rkqt")]
        [InlineData("q1/漢", "q1/漢")]
        public void Should_find_the_keys_that_were_pressed(string text, string expected) => Typed(text).ShouldBe(expected);

        [Fact]
        public void Should_be_the_same_for_a_syllable_whole_or_in_letters()
        {
            for (var syllable = 0xAC00; syllable <= 0xD7A3; syllable++)
            {
                var index = syllable - 0xAC00;
                var letters = $"{(char)(0x1100 + (index / 588))}{(char)(0x1161 + (index / 28 % 21))}";
                letters += index % 28 == 0 ? "" : ((char)(0x11A7 + (index % 28))).ToString();
                Typed(((char)syllable).ToString()).ShouldBe(Typed(letters));
            }
        }

        [Fact]
        public void Should_leave_every_other_key_as_it_is()
        {
            foreach (var key in new[] { Key.Of('q'), Key.Of(' '), Key.WithControl('c'), Key.Named(KeyCode.Tab, shift: true), Key.Of('\u3130'), Key.Of('\u3164') })
            {
                Hangul.ToLatinKeys(key).ShouldBe([key]);
            }
        }

        [Fact]
        public void Should_keep_what_was_held() =>
            Hangul.ToLatinKeys(Key.Of('ㅊ') with { Alt = true }).ShouldBe([Key.Of('c') with { Alt = true }]);
    }
}
