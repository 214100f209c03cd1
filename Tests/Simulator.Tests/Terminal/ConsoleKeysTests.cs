namespace Simulator.Terminal;

public class ConsoleKeysTests
{
    private readonly ConsoleKeys keys = new();

    [Theory]
    [InlineData('l', ConsoleKey.L, "l")]
    [InlineData('L', ConsoleKey.L, "L", ConsoleModifiers.Shift)]
    [InlineData(' ', ConsoleKey.Spacebar, "<Space>")]
    [InlineData('\0', ConsoleKey.Spacebar, "<C-Space>", ConsoleModifiers.Control)]
    [InlineData('\u0003', ConsoleKey.C, "<C-c>", ConsoleModifiers.Control)]
    [InlineData('\0', ConsoleKey.D4, "<C-\\>", ConsoleModifiers.Control)]
    [InlineData('\t', ConsoleKey.Tab, "<S-Tab>", ConsoleModifiers.Shift)]
    [InlineData('\r', ConsoleKey.Enter, "<Enter>")]
    [InlineData('\n', ConsoleKey.Enter, "<Enter>", ConsoleModifiers.Control)]
    [InlineData('\b', ConsoleKey.Backspace, "<Backspace>", ConsoleModifiers.Control)]
    [InlineData('\0', ConsoleKey.RightArrow, "<C-Right>", ConsoleModifiers.Control)]
    [InlineData('\0', ConsoleKey.F12, "<F12>")]
    [InlineData('\e', ConsoleKey.Escape, "<Esc>")]
    [InlineData('x', ConsoleKey.X, "<A-x>", ConsoleModifiers.Alt)]
    [InlineData('ㅂ', ConsoleKey.None, "ㅂ")]
    [InlineData('@', ConsoleKey.None, "@", ConsoleModifiers.Control | ConsoleModifiers.Alt)]
    public void Should_translate(char character, ConsoleKey key, string expected, ConsoleModifiers held = ConsoleModifiers.None) =>
        keys.Translate(Pressed(character, key, held)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData('\0', ConsoleKey.Insert)]
    [InlineData('\0', ConsoleKey.F13)]
    [InlineData('\u0085', ConsoleKey.None)]
    [InlineData('\uDE00', ConsoleKey.None)]
    public void Should_leave_out_what_the_program_does_not_know(char character, ConsoleKey key) =>
        keys.Translate(Pressed(character, key)).ShouldBeNull();

    [Fact]
    public void Should_join_the_halves_of_a_character()
    {
        keys.Translate(Pressed('\uD83D')).ShouldBeNull();
        keys.Translate(Pressed('\uDE00')).ToString().ShouldBe("😀");
        keys.Translate(Pressed('\uD83D')).ShouldBeNull();
        keys.Translate(Pressed('l')).ShouldBe(Key.Of('l'));
        keys.Translate(Pressed('\uDE00')).ShouldBeNull();
    }

    private static ConsoleKeyInfo Pressed(char character, ConsoleKey key = ConsoleKey.None, ConsoleModifiers held = ConsoleModifiers.None) => new(
        character, key, held.HasFlag(ConsoleModifiers.Shift), held.HasFlag(ConsoleModifiers.Alt), held.HasFlag(ConsoleModifiers.Control));
}
