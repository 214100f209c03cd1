namespace Simulator.Terminal;

public class KeyNotationTests
{
    public class TheParseMethod
    {
        private static string Read(string script)
        {
            var read = KeyNotation.Parse(script);
            read.Problems.ShouldBeEmpty();
            return string.Join(' ', read.Inputs.Select(input => input is KeyPressed pressed ? pressed.Key.ToString() : input.ToString()));
        }

        [Theory]
        [InlineData("", "")]
        [InlineData("10l", "1 0 l")]
        [InlineData(" l\n\t<Right>\r\nl ", "l <Right> l")]
        [InlineData(":dE_total/dw5<Enter>", ": d E _ t o t a l / d w 5 <Enter>")]
        [InlineData("<right> <PAGEDOWN> <pgdn> <PgUp>", "<Right> <PageDown> <PageDown> <PageUp>")]
        [InlineData("<CR> <Return> <enter> <BS> <Esc> <Escape> <Del>", "<Enter> <Enter> <Enter> <Backspace> <Esc> <Esc> <Delete>")]
        [InlineData("<S-Tab> <c-C> <C-c> <M-x> <A-x> <C-S-Left>", "<S-Tab> <C-c> <C-c> <A-x> <A-x> <C-S-Left>")]
        [InlineData("<F1><F12><Space><C-Space>", "<F1> <F12> <Space> <C-Space>")]
        [InlineData("<lt><hash><at>", "<lt> # @")]
        [InlineData("<S-a>", "A")]
        [InlineData("<C->> <C-->", "<C->> <C-->")]
        [InlineData("a#b c@d >", "a # b c @ d >")]
        [InlineData("l # the next step <Nonsense>\nh", "l h")]
        [InlineData("#only a comment", "")]
        [InlineData("히 😀", "히 😀")]
        [InlineData("\uFEFFl", "l")]
        public void Should_read_keys(string script, string expected) => Read(script).ShouldBe(expected);

        [Fact]
        public void Should_read_a_change_of_size() =>
            KeyNotation.Parse("l @size=80x24 h").Inputs
                .ShouldBe([new KeyPressed(Key.Of('l')), new Resized(new Size(80, 24)), new KeyPressed(Key.Of('h'))]);

        [Fact]
        public void Should_type_Space_as_a_character() => KeyNotation.Parse("<Space>").Inputs.ShouldBe([new KeyPressed(Key.Of(' '))]);

        [Fact]
        public void Should_tell_all_problems_with_their_places()
        {
            var script = KeyNotation.Parse("l<Rigth>x\n@size=0x24 <C-Nope>\n\n  ab<Right @speed=2 \e <S-1> <> h");
            script.Problems.Select(problem => (problem.Line, problem.Column, problem.Found)).ShouldBe(
            [
                (1, 2, "<Rigth>"),
                (2, 1, "@size=0x24"),
                (2, 12, "<C-Nope>"),
                (4, 5, "<Right"),
                (4, 12, "@speed=2"),
                (4, 21, "U+001B"),
                (4, 23, "<S-1>"),
                (4, 29, "<>"),
            ]);
            script.Problems.ShouldAllBe(problem => problem.Remedy.Length > 0);
            script.Inputs.Length.ShouldBe(5);
        }

        [Theory]
        [InlineData("@size=80x1001")]
        [InlineData("@size=99999x24")]
        [InlineData("@size=-1x24")]
        [InlineData("@size=80x24x")]
        [InlineData("@")]
        [InlineData("<")]
        [InlineData("<C->")]
        [InlineData("<X-a>")]
        [InlineData("<F13>")]
        [InlineData("<Character>")]
        [InlineData("<C-S-a>")]
        public void Should_refuse(string script)
        {
            var read = KeyNotation.Parse(script);
            read.Problems.Length.ShouldBe(1);
            read.Inputs.ShouldBeEmpty();
        }

        [Fact]
        public void Should_refuse_half_a_character() =>
            KeyNotation.Parse("a\uD800b").Problems.Select(problem => problem.Column).ShouldBe([2]);

        [Fact]
        public void Should_read_anything()
        {
            foreach (var text in AnyText.Texts(2000))
            {
                Should.NotThrow(() => KeyNotation.Parse(text + "<" + text + ">"));
            }
        }
    }

    public class TheFormatMethod
    {
        [Fact]
        public void Should_write_what_is_read_back()
        {
            var keys = Enum.GetValues<KeyCode>().Where(code => code is not (KeyCode.Character or KeyCode.AnyLetter))
                .SelectMany(code => new[] { Key.Named(code), Key.Named(code, shift: true), Key.Named(code, control: true, alt: true) })
                .Concat("aZ5<> +-한".Select(Key.Of))
                .Concat("a5<> +-".Select(Key.WithControl))
                .Append(Key.Of('x') with { Alt = true });
            foreach (var key in keys)
            {
                KeyNotation.Parse(key.ToString()).Inputs.ShouldBe([new KeyPressed(key)], key.ToString());
            }
        }

        [Fact]
        public void Should_write_the_documented_notation()
        {
            Key.Of('l').ToString().ShouldBe("l");
            Key.Of(' ').ToString().ShouldBe("<Space>");
            Key.Named(KeyCode.Right).ToString().ShouldBe("<Right>");
            Key.Named(KeyCode.Tab, shift: true).ToString().ShouldBe("<S-Tab>");
            Key.WithControl('C').ToString().ShouldBe("<C-c>");
            Key.Named(KeyCode.Escape).ToString().ShouldBe("<Esc>");
        }
    }
}
