using System.Text;

namespace Simulator.Terminal;

public class CellWidthTests
{
    private const int Texts = 400;
    private const int LargestWidth = 20;

    public class TheOfMethod
    {
        [Theory]
        [InlineData("", 0)]
        [InlineData("w1 = 0.3", 8)]
        [InlineData("역전파", 6)]
        [InlineData("漢字", 4)]
        [InlineData("ｆｕｌｌ", 8)]
        [InlineData("ﾊﾝ", 2)]
        [InlineData("∂E/∂w5 × −σ α η · …", 19)]
        [InlineData("╭─│╮█░▶●✓✗⁺⣿", 12)]
        [InlineData("e\u0301", 1)]
        [InlineData("m\u0302", 1)]
        [InlineData("\u0301", 0)]
        [InlineData("\u200B\u202E\u00AD", 0)]
        [InlineData("ᄒ", 2)]
        [InlineData("ᅵ", 0)]
        [InlineData("ᆫ", 0)]
        [InlineData("\u1112\u1161\u11AB", 2)]
        [InlineData("ㅂㅏ", 4)]
        [InlineData("😀", 2)]
        [InlineData("👨\u200D👩\u200D👧", 2)]
        [InlineData("👍🏽", 2)]
        [InlineData("🇰🇷", 2)]
        [InlineData("❤\uFE0F", 2)]
        [InlineData("❤", 1)]
        [InlineData("\t\n\e", 3)]
        [InlineData("ᄀᄀ", 4)]
        [InlineData("👍\u200B🏽", 3)]
        public void Should_measure_cells_by_grapheme_cluster(string text, int expected) => CellWidth.Of(text).ShouldBe(expected);

        [Fact]
        public void Should_count_half_a_character_as_its_substitute() => CellWidth.Of("a\uD83D\u0301b\uDE00").ShouldBe(4);

        [Theory]
        [InlineData('a', 1)]
        [InlineData('\u0301', 0)]
        [InlineData('힣', 2)]
        [InlineData('가', 2)]
        [InlineData('\u1160', 0)]
        [InlineData('\u11FF', 0)]
        [InlineData('\u115F', 2)]
        [InlineData('\u3000', 2)]
        [InlineData('\u303F', 1)]
        [InlineData('\u3040', 1)]
        [InlineData('\uFF01', 2)]
        [InlineData('\uFF61', 1)]
        [InlineData('\u2500', 1)]
        [InlineData('\e', 1)]
        public void Should_measure_a_single_character(char character, int expected) => CellWidth.Of(new Rune(character)).ShouldBe(expected);

        [Theory]
        [InlineData(0x1F600, 2)]
        [InlineData(0x20000, 2)]
        [InlineData(0x3FFFD, 2)]
        [InlineData(0x1D400, 1)]
        [InlineData(0x10FFFF, 1)]
        public void Should_measure_beyond_the_basic_plane(int character, int expected) => CellWidth.Of(new Rune(character)).ShouldBe(expected);
    }

    public class TheCropMethod
    {
        [Theory]
        [InlineData("sigmoid", 7, "sigmoid")]
        [InlineData("sigmoid", 6, "sigmo…")]
        [InlineData("sigmoid", 1, "…")]
        [InlineData("sigmoid", 0, "")]
        [InlineData("sigmoid", -3, "")]
        [InlineData("역전파", 6, "역전파")]
        [InlineData("역전파", 5, "역전…")]
        [InlineData("역전파", 4, "역…")]
        [InlineData("역전파", 2, "…")]
        [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
        [InlineData("a\tb", 5, "a\uFFFDb")]
        [InlineData("\e[2J", 9, "\uFFFD[2J")]
        public void Should_crop_by_cells(string text, int cells, string expected) => CellWidth.Crop(text, cells).ShouldBe(expected);

        [Theory]
        [InlineData("역전파", 5, "역전")]
        [InlineData("역전파", 1, "")]
        [InlineData("abc", 2, "ab")]
        public void Should_crop_without_an_ellipsis(string text, int cells, string expected) =>
            CellWidth.Crop(text, cells, ellipsis: false).ShouldBe(expected);

        [Fact(Timeout = 120_000)]
        public async Task Should_fit_any_text_into_any_width()
        {
            await Task.Yield();
            foreach (var text in AnyText.Texts(Texts))
            {
                for (var cells = -1; cells <= LargestWidth; cells++)
                {
                    foreach (var ellipsis in new[] { true, false })
                    {
                        var cropped = CellWidth.Crop(text, cells, ellipsis);
                        CellWidth.Of(cropped).ShouldBeLessThanOrEqualTo(Math.Max(0, cells));
                        cropped.ShouldBeSafe();
                    }
                }
            }
        }
    }

    public class ThePadMethods
    {
        [Fact]
        public void Should_pad_by_cells()
        {
            CellWidth.PadRight("손실", 6).ShouldBe("손실  ");
            CellWidth.PadLeft("손실", 6).ShouldBe("  손실");
            CellWidth.PadLeft("손실", 3).ShouldBe("손실");
            CellWidth.PadRight("손실", -1).ShouldBe("손실");
            CellWidth.PadRight("a\nb", 4).ShouldBe("a\uFFFDb ");
        }

        [Fact(Timeout = 120_000)]
        public async Task Should_pad_any_text_to_any_width()
        {
            await Task.Yield();
            foreach (var text in AnyText.Texts(Texts))
            {
                for (var cells = -1; cells <= LargestWidth; cells++)
                {
                    var expected = Math.Max(cells, CellWidth.Of(text));
                    CellWidth.Of(CellWidth.PadLeft(text, cells)).ShouldBe(expected);
                    CellWidth.Of(CellWidth.PadRight(text, cells)).ShouldBe(expected);
                    CellWidth.PadRight(text, cells).ShouldBeSafe();
                }
            }
        }

        [Fact]
        public void Should_not_pad_without_bounds() => CellWidth.PadLeft("", int.MaxValue).Length.ShouldBeLessThan(100_000);
    }

    public class TheWrapMethod
    {
        [Theory]
        [InlineData("the weight moves", 10, "the weight|moves")]
        [InlineData("the weight moves", 9, "the|weight|moves")]
        [InlineData("가중치가 바뀐다", 12, "가중치가|바뀐다")]
        [InlineData("가중치가 바뀐다", 15, "가중치가 바뀐다")]
        [InlineData("가중치가", 5, "가중|치가")]
        [InlineData("x abcdef", 4, "x|abcd|ef")]
        [InlineData("abcdef x", 4, "abcd|ef x")]
        [InlineData("abcd efgh", 4, "abcd|efgh")]
        [InlineData("abcd    e", 4, "abcd|e")]
        [InlineData("  ab", 4, "  ab")]
        [InlineData("a  b", 4, "a  b")]
        [InlineData("one\n\ntwo\n", 9, "one||two")]
        [InlineData("one\r\ntwo", 9, "one|two")]
        [InlineData("", 9, "")]
        [InlineData("한a", 1, "…|a")]
        [InlineData("\e[0m", 9, "\uFFFD[0m")]
        public void Should_break_at_spaces_and_inside_words_too_long(string text, int cells, string expected) =>
            string.Join('|', CellWidth.Wrap(text, cells)).ShouldBe(expected);

        [Fact]
        public void Should_give_no_lines_without_cells()
        {
            CellWidth.Wrap("text", 0).ShouldBeEmpty();
            CellWidth.Wrap("text", -1).ShouldBeEmpty();
        }

        [Fact(Timeout = 120_000)]
        public async Task Should_keep_every_visible_character_in_lines_that_fit()
        {
            await Task.Yield();
            foreach (var text in AnyText.Texts(Texts))
            {
                for (var cells = 0; cells <= LargestWidth; cells++)
                {
                    var lines = CellWidth.Wrap(text, cells);
                    foreach (var line in lines)
                    {
                        CellWidth.Of(line).ShouldBeLessThanOrEqualTo(cells);
                        line.ShouldBeSafe();
                    }

                    if (cells >= 2)
                    {
                        // Padding nothing makes the text safe and keeps all of it. Line ends were substituted there, and are no text here.
                        var expected = CellWidth.PadRight(WithoutLineEnds(text), 0).Replace(" ", "");
                        string.Concat(lines).Replace(" ", "").ShouldBe(expected);
                    }
                }
            }
        }

        // Each side of a line end is measured by itself, so a mark at the start of a line belongs to nothing.
        private static string WithoutLineEnds(string text)
        {
            var whole = new StringBuilder();
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                whole.Append(CellWidth.PadRight(line.ToString(), 0)).Append(' ');
            }

            return whole.ToString();
        }
    }

    public class TheCropMiddleMethod
    {
        [Theory]
        [InlineData("w5", 12, "w5")]
        [InlineData("∂E_total/∂W6[1,1]", 17, "∂E_total/∂W6[1,1]")]
        [InlineData("∂E_total/∂W6[1,1]", 12, "∂E_…∂W6[1,1]")]
        [InlineData("∂E_total/∂W6[2,1]", 6, "∂…2,1]")]
        [InlineData("가중치의 기울기", 9, "가…기울기")]
        [InlineData("가중치의 기울기", 1, "…")]
        [InlineData("w5", 0, "")]
        [InlineData("", 0, "")]
        public void Should_keep_beginning_and_end(string text, int cells, string expected)
        {
            CellWidth.CropMiddle(text, cells).ShouldBe(expected);
            CellWidth.Of(CellWidth.CropMiddle(text, cells)).ShouldBeLessThanOrEqualTo(cells);
        }
    }
}
